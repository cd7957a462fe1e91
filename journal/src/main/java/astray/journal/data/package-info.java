/** What is handed from a journal to its readers. */
package astray.journal.data;
