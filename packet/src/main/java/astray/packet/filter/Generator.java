package astray.packet.filter;

import astray.packet.LinkType;
import astray.packet.filter.Expr.Arith;
import astray.packet.filter.Expr.Qualifiers;
import astray.packet.filter.Layers.Place;
import astray.packet.filter.Test.Jump;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Turns the tree of an expression into a condition, in the order in which it is written: words that look inside a
 * wrapping ({@code vlan}, ...) hold from there to the end.
 */
final class Generator {
    private final String text;
    private final Layers layers;
    private final LinkLayer link;
    private final Protocols protocols;
    private final Ports ports;
    private final Addresses addresses;
    private final Tunnels tunnels;
    private final Telecom telecom;

    Generator(String text, Settings settings) {
        this.text = text;
        this.layers = new Layers(new Values(), settings);
        this.link = new LinkLayer(layers);
        this.protocols = new Protocols(layers, link);
        this.ports = new Ports(layers, link, protocols);
        this.addresses = new Addresses(layers, link);
        this.tunnels = new Tunnels(layers, link, ports);
        this.telecom = new Telecom(layers);
    }

    /** The condition of a whole expression. */
    Condition whole(Expr expr) {
        Condition condition = condition(expr);
        if (layers.settings.linkType.equals(LinkType.PPI)) {
            // Only 802.11 is looked into behind this header, which says what follows it; little-endian.
            return layers.equal(layers.ofPacket(4, 4), Integer.reverseBytes(LinkType.IEEE802_11.number()))
                    .and(condition);
        }
        return condition;
    }

    /** Long rows of "and" and "or" lean to the left: they are walked without recursion. */
    private Condition condition(Expr expr) {
        Deque<Expr> joints = new ArrayDeque<>();
        Expr first = expr;
        while (first instanceof Expr.And || first instanceof Expr.Or) {
            joints.push(first);
            first = first instanceof Expr.And and ? and.first() : ((Expr.Or) first).first();
        }
        Condition all = single(first);
        while (!joints.isEmpty()) {
            all = switch (joints.pop()) {
                case Expr.And and -> all.and(condition(and.second()));
                case Expr.Or or -> all.or(condition(or.second()));
                case Expr other -> throw new IllegalStateException(other.toString());
            };
        }
        return all;
    }

    private Condition single(Expr expr) {
        return switch (expr) {
            case Expr.Not(Expr of) -> condition(of).not();
            case Expr.Id id -> at(id.value().at(), () -> id(id));
            case Expr.Relation relation -> at(relation.at(), () -> relation(relation));
            case Expr.Question question -> at(question.word().at(), () -> question(question));
            case Expr.And and -> condition(and);
            case Expr.Or or -> condition(or);
        };
    }

    /** Says where the trouble is. */
    private Condition at(int position, java.util.function.Supplier<Condition> work) {
        try {
            return work.get();
        } catch (FilterException e) {
            if (e.position() >= 0) {
                throw e;
            }
            throw FilterException.at(said(e), text, position);
        }
    }

    private static String said(FilterException e) {
        String message = e.getMessage();
        return message == null ? "invalid" : message;
    }

    private Condition id(Expr.Id id) {
        Qualifiers as = id.as();
        if (as.missing()) {
            throw new FilterException("syntax error in filter expression");
        }
        return switch (id.value().word()) {
            case NAME -> named(id.value(), as);
            case NUMBER -> number(id.value().number(), as);
            case ADDRESS4 -> four(id, as);
            case ADDRESS6 -> six(id, as);
            case ARCNET_ADDRESS -> addresses.short_(id.value(), as);
            default -> {
                if (as.protocol() != Word.LINK || as.type() != null && as.type() != Word.HOST) {
                    throw new FilterException("ethernet address used in non-ether expression");
                }
                yield addresses.ofLink(Forms.ethernet(id.value().text()), as.direction());
            }
        };
    }

    private Condition named(Token name, Qualifiers as) {
        if (as.type() == null || as.type() == Word.HOST) {
            return addresses.named(name.text(), as);
        }
        return switch (as.type()) {
            case NET -> addresses.networkNamed(name.text(), as);
            case PORT -> ports.named(name.text(), as);
            case PORTRANGE -> ports.range(name.text(), as);
            case PROTO -> protocols.named(name, as);
            case PROTOCHAIN -> protocols.chainNamed(name, as);
            default -> addresses.gateway(name.text(), as);
        };
    }

    private Condition number(int number, Qualifiers as) {
        if (as.type() == null || as.type() == Word.HOST || as.type() == Word.NET) {
            if (as.protocol() == Word.DECNET) {
                return addresses.decnet(number, as);
            }
            if (as.protocol() == Word.LINK) {
                throw new FilterException("illegal link layer address");
            }
            return as.type() == Word.NET
                    ? addresses.four(Forms.leftmost(number), Forms.leftmostMask(number), as)
                    : addresses.four(number, -1, as);
        }
        return switch (as.type()) {
            case PORT, PORTRANGE -> ports.number(number, as);
            case PROTO -> protocols.number(number, as);
            case PROTOCHAIN -> protocols.chain(number, as.protocol());
            default -> throw new FilterException("'gateway' requires a name");
        };
    }

    private static void ofHostOrNet(Qualifiers as) {
        Word type = as.type();
        if (type != null && type != Word.HOST && type != Word.NET) {
            throw new FilterException(
                    type == Word.GATEWAY
                            ? "'gateway' requires a name"
                            : "'" + type.name().toLowerCase(Locale.ROOT) + "' modifier applied to IP address");
        }
    }

    private Condition four(Expr.Id id, Qualifiers as) {
        ofHostOrNet(as);
        String written = id.value().text();
        if (as.protocol() == Word.DECNET && id.second() == null) {
            return addresses.decnet(decnet(written), as);
        }
        if (as.protocol() == Word.LINK && id.second() == null) {
            throw new FilterException("illegal link layer address");
        }
        int address = dotted(written) << 32 - 8 * Forms.dottedBytes(written);
        if (id.second() == null) {
            return addresses.four(address, -1 << 32 - 8 * Forms.dottedBytes(written), as);
        }
        int mask = mask(id.second());
        if ((address & ~mask) != 0) {
            throw new FilterException(
                    "non-network bits set in \"" + written + (id.second().is(Word.NUMBER) ? "/" : " mask ")
                            + id.second().text() + "\"");
        }
        if (as.type() != Word.NET) {
            throw new FilterException("Mask syntax for networks only");
        }
        return addresses.four(address, mask, as);
    }

    private static int mask(Token written) {
        if (!written.is(Word.NUMBER)) {
            return dotted(written.text()) << 32 - 8 * Forms.dottedBytes(written.text());
        }
        if (Integer.compareUnsigned(written.number(), 32) > 0) {
            throw new FilterException("mask length must be <= 32");
        }
        return written.number() == 0 ? 0 : -1 << 32 - written.number();
    }

    private static int dotted(String written) {
        Integer value = Forms.dotted(written);
        if (value == null) {
            throw new FilterException("invalid IPv4 address '" + written + "'");
        }
        return value;
    }

    /** Area and node of DECnet: 6 and 10 bits. */
    private static int decnet(String written) {
        int dot = written.indexOf('.');
        String node = written.substring(dot + 1);
        try {
            int area = Integer.parseInt(written, 0, dot, 10);
            int number = Integer.parseInt(node);
            if (area <= 63 && number <= 1023) {
                return area << 10 | number;
            }
        } catch (NumberFormatException e) {
            // Said below: it is no such address.
        }
        throw new FilterException("invalid DECnet address '" + written + "'");
    }

    private Condition six(Expr.Id id, Qualifiers as) {
        ofHostOrNet(as);
        byte[] address = Forms.address6(id.value().text());
        if (address == null) {
            throw new FilterException("bogus IPv6 address " + id.value().text());
        }
        int bits = id.second() == null ? 128 : id.second().number();
        if (Integer.compareUnsigned(bits, 128) > 0) {
            throw new FilterException("mask length must be <= 128");
        }
        for (int i = bits; i < 128; i++) {
            if ((address[i / 8] >> 7 - i % 8 & 1) != 0) {
                throw new FilterException(
                        "non-network bits set in \"" + id.value().text() + "/" + bits + "\"");
            }
        }
        if (bits != 128 && as.type() != Word.NET) {
            throw new FilterException("Mask syntax for networks only");
        }
        return addresses.six(address, bits, as);
    }

    private Condition question(Expr.Question question) {
        Token word = question.word();
        List<Token> with = question.with();
        Token first = with.isEmpty() ? null : with.getFirst();
        if (word.word().isProtocol()) {
            return protocols.word(word.word());
        }
        if (word.word().isAtmKind()) {
            return telecom.atm(word);
        }
        if (word.word().isMtp2Kind()) {
            return telecom.mtp2(word);
        }
        if (word.word().isMtp3Field() || word.is(Word.VPI) || word.is(Word.VCI)) {
            return telecom.field(word, with);
        }
        return switch (word.word()) {
            case BROADCAST -> addresses.broadcast(question.level());
            case MULTICAST -> addresses.multicast(question.level());
            case INBOUND -> Metadata.inbound(layers);
            case OUTBOUND -> Metadata.outbound(layers);
            case PPPOED -> tunnels.pppoed();
            case VLAN -> tunnels.vlan(first);
            case MPLS -> tunnels.mpls(first);
            case PPPOES -> tunnels.pppoes(first);
            case GENEVE -> tunnels.geneve(first);
            case VXLAN -> tunnels.vxlan(first);
            case BATADV -> tunnels.batman(first, with.size() < 2 ? null : with.get(1));
            case LLC -> LogicalLink.ask(layers, first);
            default -> {
                if (first == null) {
                    throw new IllegalArgumentException(word.text());
                }
                yield questionWith(word, first, with);
            }
        };
    }

    private Condition questionWith(Token word, Token first, List<Token> with) {
        Value length = layers.values.length();
        return switch (word.word()) {
            case LESS -> layers.compare(length, Jump.GREATER, first.number()).not();
            case GREATER -> layers.compare(length, Jump.GREATER_OR_EQUAL, first.number());
            case BYTE -> byteIs(first, with.get(1), with.get(2));
            case IFINDEX -> Metadata.interfaceIs(layers, first.number());
            case TYPE, SUBTYPE, DIR -> Wireless.kind(layers, word, with);
            default -> FirewallLog.ask(layers, word, first);
        };
    }

    private Condition byteIs(Token index, Token sign, Token than) {
        int k = than.number();
        if (Integer.compareUnsigned(k, 0xff) > 0) {
            throw new FilterException("byte argument " + than.text() + " greater than maximum 255");
        }
        Value value = layers.ofHeader(1, index.number());
        return switch (sign.word()) {
            case EQUAL -> layers.equal(value, k);
            case LESS_THAN -> layers.compare(value, Jump.GREATER_OR_EQUAL, k).not();
            case GREATER_THAN -> layers.compare(value, Jump.GREATER, k);
            case BITS_AND -> layers.anyBit(value, k);
            default ->
                layers.equal(layers.values.combine(Op.OR, value, layers.values.constant(k)), 0)
                        .not();
        };
    }

    /** A number, and what must hold for it to be there. */
    private record Sum(Value value, @Nullable Condition guard) {}

    private Condition relation(Expr.Relation relation) {
        Sum left = sum(relation.left());
        Sum right = sum(relation.right());
        Condition compared;
        if (relation.jump() == Jump.EQUAL) {
            compared = layers.equal(layers.values.combine(Op.SUBTRACT, left.value(), right.value()), 0);
        } else {
            compared = layers.values.compare(left.value(), relation.jump(), right.value());
        }
        if (relation.reversed()) {
            compared = compared.not();
        }
        if (right.guard() != null) {
            compared = right.guard().and(compared);
        }
        return left.guard() == null ? compared : left.guard().and(compared);
    }

    private Sum sum(Arith arith) {
        Values values = layers.values;
        return switch (arith) {
            case Arith.Constant(Token token) -> new Sum(values.constant(token.number()), null);
            case Arith.Length() -> new Sum(values.length(), null);
            case Arith.Negative(Arith of) -> {
                Sum inner = sum(of);
                yield new Sum(values.negate(inner.value()), inner.guard());
            }
            case Arith.Bytes bytes -> bytes(bytes);
            case Arith.Binary(Op op, Arith left, Arith right, int at) -> {
                Sum first = sum(left);
                Sum second = sum(right);
                check(op, second.value(), at);
                // What the right operand needs is not asked for: libpcap leaves it out too.
                yield new Sum(values.combine(op, first.value(), second.value()), first.guard());
            }
        };
    }

    private void check(Op op, Value by, int at) {
        if (by.is(0) && (op == Op.DIVIDE || op == Op.MODULO)) {
            throw FilterException.at((op == Op.DIVIDE ? "division" : "modulus") + " by zero", text, at);
        }
        boolean shift = op == Op.SHIFT_LEFT || op == Op.SHIFT_RIGHT;
        if (shift && by.isConstant() && Integer.compareUnsigned(by.k, 31) > 0) {
            throw FilterException.at("shift by more than 31 bits", text, at);
        }
    }

    private Sum bytes(Arith.Bytes bytes) {
        Sum index = sum(bytes.index());
        Values values = layers.values;
        Word of = bytes.of().word();
        int size = bytes.size();
        switch (of) {
            case RADIO -> {
                if (!layers.isRadio() && !layers.is(LinkType.PPI)) {
                    throw FilterException.at(
                            "radio information not present in capture",
                            text,
                            bytes.of().at());
                }
                return new Sum(values.load(size, index.value(), 0), index.guard());
            }
            case LINK -> {
                return new Sum(indexed(size, layers.header, index.value(), 0), index.guard());
            }
            case IP, ARP, RARP, ATALK, DECNET, SCA, LAT, MOPRC, MOPDL, IP6 -> {
                Value value = indexed(size, layers.payload, index.value(), layers.network);
                return new Sum(value, joined(index.guard(), protocols.word(of)));
            }
            case SCTP, TCP, UDP, ICMP, IGMP, IGRP, PIM, VRRP, CARP -> {
                Place payload = placed(layers.payload);
                Value place = values.combine(Op.ADD, layers.transport4(), index.value());
                Value value = values.load(size, place, payload.constant() + layers.network);
                Condition first = protocols.word(of).and(protocols.firstFragment());
                return new Sum(value, protocols.word(Word.IP).and(joined(index.guard(), first)));
            }
            case ICMP6 -> {
                Value value = indexed(size, layers.payload, index.value(), layers.network + 40);
                Condition next = layers.equal(layers.ofNetwork(1, 6), Numbers.IP_ICMP6);
                return new Sum(
                        value, joined(index.guard(), protocols.word(Word.IP6)).and(next));
            }
            default ->
                throw FilterException.at(
                        "unsupported index operation", text, bytes.of().at());
        }
    }

    private static Condition joined(@Nullable Condition before, Condition then) {
        return before == null ? then : before.and(then);
    }

    private Place placed(@Nullable Place place) {
        if (place == null) {
            throw new FilterException(layers.linkName() + " link-layer type filtering not implemented");
        }
        return place;
    }

    private Value indexed(int size, @Nullable Place place, Value index, int offset) {
        Place from = placed(place);
        Value sum = from.computed() == null ? index : layers.values.combine(Op.ADD, from.computed(), index);
        return layers.values.load(size, sum, from.constant() + offset);
    }
}
