package astray.facts;

/** When a document says that it was written: the front matter of a post, the header of a mail. */
public record DocumentDate(Moment at) implements Fact {}
