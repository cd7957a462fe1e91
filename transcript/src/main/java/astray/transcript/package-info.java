/**
 * The classic tools' text, read into facts and printed from facts. A {@link astray.transcript.Format} is one tool's
 * output in one shape; the packages below hold them by topic.
 */
package astray.transcript;
