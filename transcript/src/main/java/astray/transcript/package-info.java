/// The classic tools' text: each format is one class, which both reads and prints it.
package astray.transcript;
