/** Command lines as getopt_long(3) reads them. */
package astray.instruments.getopt;
