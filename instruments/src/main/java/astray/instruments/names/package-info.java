/** Names that several instruments print in the place of numbers. */
package astray.instruments.names;
