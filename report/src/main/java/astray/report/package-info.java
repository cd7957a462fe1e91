/**
 * A verdict for people and for programs: {@link astray.report.PageReport} draws the page, {@link
 * astray.report.JsonReport} writes the contract's JSON, {@link astray.report.FactsReport} lists what was read.
 */
package astray.report;
