/**
 * Sockets of the internet families, for measuring: nothing blocks, and every error is the kernel's own. For everything
 * here holds: of the network namespace that the opening thread is in; for one thread at a time.
 */
package astray.kernel.inet;
