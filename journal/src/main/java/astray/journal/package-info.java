/**
 * Journals of systemd as its JOURNAL_FILE_FORMAT describes them. {@link astray.journal.Journal} is where to begin: it
 * opens files, takes matches and goes through the entries of all files in their common order.
 */
package astray.journal;
