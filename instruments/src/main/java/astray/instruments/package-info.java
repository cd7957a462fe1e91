/** The instruments: what they share, and the one place that knows their names. */
package astray.instruments;
