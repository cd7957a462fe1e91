/**
 * Processes and what they hold open, from proc(5): read by the bytes, since names of files and programs are any bytes.
 */
package astray.kernel.process;
