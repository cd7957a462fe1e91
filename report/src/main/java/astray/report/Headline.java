package astray.report;

import astray.diagnosis.Direction;
import astray.diagnosis.Question;
import astray.diagnosis.Verdict;
import astray.facts.Family;
import astray.facts.IpAddress;
import org.jspecify.annotations.Nullable;

/** The first sentence of a page: the answer. */
final class Headline {

    private final Speaker speaker;
    private final Verdict verdict;

    Headline(Speaker speaker, Verdict verdict) {
        this.speaker = speaker;
        this.verdict = verdict;
    }

    void print(Page page, Glyphs glyphs) {
        switch (verdict.outcome()) {
            case REACHABLE -> page.banner(Style.GOOD, glyphs.good(), text());
            case DEGRADED -> page.banner(Style.DOUBTFUL, glyphs.poor(), text());
            case UNREACHABLE -> page.banner(Style.BAD, glyphs.bad(), text());
            case UNKNOWN -> page.banner(Style.DOUBTFUL, glyphs.unsure(), text());
        }
    }

    String text() {
        String asker = asker();
        String target = target();
        return switch (verdict.outcome()) {
            case REACHABLE -> speaker.say(Label.REACHABLE, asker, target);
            case DEGRADED -> speaker.say(Label.DEGRADED, asker, target);
            case UNKNOWN -> speaker.say(Label.UNKNOWN_OUTCOME, asker, target);
            case UNREACHABLE -> unreachable(asker, target);
        };
    }

    private String unreachable(String asker, String target) {
        int causes = verdict.causes().size();
        if (causes != 1) {
            return causes == 0
                    ? speaker.say(Label.UNREACHABLE, asker, target)
                    : speaker.say(Label.UNREACHABLE_CAUSES, asker, target, causes);
        }
        return speaker.say(
                verdict.causes().getFirst().direction() == Direction.REQUEST
                        ? Label.UNREACHABLE_REQUEST
                        : Label.UNREACHABLE_REPLY,
                asker,
                target);
    }

    private String asker() {
        Question question = verdict.question();
        return named(question.peerName(), question.peer(), Label.ASKER);
    }

    private String target() {
        Question question = verdict.question();
        Integer port = question.port();
        IpAddress address = question.address();
        if (port == null) {
            return named(question.name(), address, Label.TARGET);
        }
        String literal = address == null ? "" : address.toString();
        if (question.name() != null && address != null && !question.name().equals(literal)) {
            return speaker.say(Label.HOST_NAMED_ON_PORT, question.name(), address, port);
        }
        boolean bracketed = question.name() == null && address != null && address.family() == Family.INET6;
        String host = bracketed ? "[" + literal + "]" : named(question.name(), address, Label.TARGET);
        return speaker.say(Label.ON_PORT, host, port);
    }

    private String named(@Nullable String name, @Nullable IpAddress address, Label otherwise) {
        if (name == null) {
            return address == null ? speaker.say(otherwise) : address.toString();
        }
        return address == null || name.equals(address.toString()) ? name : speaker.say(Label.HOST_NAMED, name, address);
    }
}
