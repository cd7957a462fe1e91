/** What people wrote between the outputs: who asks for what, and when. Never evidence of the network's state. */
package astray.transcript.prose;
