package astray.testkit;

/**
 * What a command came to.
 *
 * @param status the exit status
 * @param out standard output
 * @param err standard error
 */
public record Result(int status, String out, String err) {}
