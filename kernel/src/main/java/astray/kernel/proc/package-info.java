/**
 * The network's text files of proc(5). Reading one ({@link astray.kernel.proc.NetFile}) is apart from understanding it:
 * the others here take bytes or a stream, whatever they hold.
 */
package astray.kernel.proc;
