/** This machine's state as facts: one class for each kind, over the kernel's views. */
package astray.collect.live;
