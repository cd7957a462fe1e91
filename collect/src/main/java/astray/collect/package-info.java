/// What a machine tells about itself, gathered into facts or into one file.
package astray.collect;
