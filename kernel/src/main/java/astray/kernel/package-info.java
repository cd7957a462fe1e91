/** What the other packages of the kernel module share: errors as values, network namespaces. */
package astray.kernel;
