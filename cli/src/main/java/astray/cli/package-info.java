/// The commands. Nothing is decided here.
package astray.cli;
