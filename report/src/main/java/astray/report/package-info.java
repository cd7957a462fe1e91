/// A verdict made readable, for people and for programs.
package astray.report;
