/**
 * lsof(8) as of 4.95 on Linux: {@link Lsof} runs it; {@code OptionReader} reads the command line into {@code Options},
 * {@code Gathering} walks the processes and marks what is asked for, {@code Columns} and {@code Fields} print.
 */
package astray.instruments.lsof;
