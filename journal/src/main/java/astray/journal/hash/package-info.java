/** The hashes that journals' indexes are made with. */
package astray.journal.hash;
