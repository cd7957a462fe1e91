package astray.facts;

/** That a host calls itself so. */
public record HostName(String name) implements Fact {}
