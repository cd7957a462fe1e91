/// What is known about a host and its traffic. A fact is immutable and says where it came from.
package astray.facts;
