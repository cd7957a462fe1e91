/** What journals are made with: hashes and compressed payloads. */
package astray.journal.codec;
