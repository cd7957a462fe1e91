/**
 * Times as the classic tools read and print them: the C library's time zones, and points and lengths of time in words.
 */
package astray.instruments.time;
