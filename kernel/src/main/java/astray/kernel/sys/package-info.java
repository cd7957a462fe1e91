/** The border to native code. Nothing here leaves the module. */
package astray.kernel.sys;
