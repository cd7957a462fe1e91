/** A document's shape: lines, what mail and chat put before them, code blocks, prompts, section marks, outputs. */
package astray.transcript.document;
