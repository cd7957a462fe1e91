/** The commands: parse, call, print. */
package astray.cli;
