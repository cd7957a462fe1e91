/**
 * ip(8) of iproute2: {@link astray.instruments.ip.Ip} reads what stands before the object, an {@link IpObject} does the
 * rest. Text and JSON come from the same calls of {@link Printer}.
 */
package astray.instruments.ip;
