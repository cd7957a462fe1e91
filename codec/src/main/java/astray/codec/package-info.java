/** Unpacking: LZ4, Zstandard and XZ, of arrays and of streams. */
package astray.codec;
