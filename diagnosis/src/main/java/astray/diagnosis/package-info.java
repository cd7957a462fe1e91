/// The reasoning: from facts to a verdict with its evidence.
package astray.diagnosis;
