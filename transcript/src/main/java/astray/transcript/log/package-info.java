/**
 * Lines of kernel and system logs: dmesg, journalctl and syslog files in their forms. What matters for reachability
 * becomes a fact ({@link astray.transcript.log.LogRelevance}); the rest is understood and passed over.
 */
package astray.transcript.log;
