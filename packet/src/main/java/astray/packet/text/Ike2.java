package astray.packet.text;

/** The payloads of the Internet Key Exchange version 2 (RFC 7296 section 3). */
final class Ike2 {
    private static final int SA = 33;
    private static final int KEY_EXCHANGE = 34;
    private static final int INITIATOR = 35;
    private static final int RESPONDER = 36;
    private static final int AUTHENTICATION = 39;
    private static final int NONCE = 40;
    private static final int NOTIFY = 41;
    private static final int VENDOR = 43;
    private static final int ENCRYPTED = 46;

    private static final int PROPOSAL = 2;
    private static final int TRANSFORM = 3;
    private static final int NOTIFICATION = 11;
    private static final int COOKIE = 16390;

    private static final String[] TRANSFORM_TYPES = {"", "encr", "prf", "integ", "dh", "esn"};
    private static final String[] PSEUDORANDOM = {"", "hmac-md5", "hmac-sha", "hmac-tiger", "aes128_xcbc"};
    private static final String[] INTEGRITY = {"", "hmac-md5", "hmac-sha", "dec-mac", "kpdk-md5", "aes-xcbc"};
    private static final String[] SEQUENCE = {"no-esn", "esn"};
    private static final String[] METHODS = {"invalid", "rsasig", "shared-secret", "dsssig"};

    private static final Table IDENTIFICATIONS = Table.of("""
            1 ipv4
            2 fqdn
            3 rfc822
            5 ipv6
            9 dn
            10 gn
            11 keyid
            """);

    /** IANA's "IKEv2 Notify Message Types". */
    private static final Table NOTIFICATIONS = Table.of("""
            1 unsupported_critical_payload
            4 invalid_ike_spi
            5 invalid_major_version
            7 invalid_syntax
            9 invalid_message_id
            11 invalid_spi
            14 no_proposal_chosen
            17 invalid_ke_payload
            24 authentication_failed
            34 single_pair_required
            35 no_additional_sas
            36 internal_address_failure
            37 failed_cp_required
            38 ts_unacceptable
            39 invalid_selectors
            40 unacceptable_addresses
            41 unexpected_nat_detected
            42 use_assigned_hoa
            43 temporary_failure
            44 child_sa_not_found
            45 invalid_group_id
            46 authorization_failed
            47 state_not_found
            16384 initial_contact
            16385 set_window_size
            16386 additional_ts_possible
            16387 ipcomp_supported
            16388 nat_detection_source_ip
            16389 nat_detection_destination_ip
            16390 cookie
            16391 use_transport_mode
            16392 http_cert_lookup_supported
            16393 rekey_sa
            16394 tfc_padding_not_supported
            16395 non_first_fragment_also
            16396 mobike_supported
            16397 additional_ip4_address
            16398 additional_ip6_address
            16399 no_additional_addresses
            16400 update_sa_addresses
            16401 cookie2
            16402 no_nats_allowed
            16403 auth_lifetime
            16404 multiple_auth_supported
            16405 another_auth_follows
            16406 redirect_supported
            16407 redirect
            16408 redirected_from
            16409 ticket_lt_opaque
            16410 ticket_request
            16411 ticket_ack
            16412 ticket_nack
            16413 ticket_opaque
            16414 link_id
            16415 use_wesp_mode
            16416 rohc_supported
            16417 eap_only_authentication
            16418 childless_ikev2_supported
            16419 quick_crash_detection
            16420 ikev2_message_id_sync_supported
            16421 ipsec_replay_counter_sync_supported
            16422 ikev2_message_id_sync
            16423 ipsec_replay_counter_sync
            16424 secure_password_methods
            16425 psk_persist
            16426 psk_confirm
            16427 erx_supported
            16428 ifom_capability
            16429 sender_request_id
            16430 ikev2_fragmentation_supported
            16431 signature_hash_algorithms
            16432 clone_ike_sa_supported
            16433 clone_ike_sa
            16434 puzzle
            16435 use_ppk
            16436 ppk_identity
            16437 no_ppk_auth
            16438 intermediate_exchange_supported
            16439 ip4_allowed
            16440 ip6_allowed
            16441 additional_key_exchange
            16442 use_aggfrag
            """);

    /** Those that are about an association, whose index is then printed. */
    private static final Table ABOUT_ASSOCIATION = Table.of("4\n7\n9\n11\n14\n17\n24\n34\n16388\n16389\n16390\n16393");

    private Ike2() {}

    /** Prints a payload; where the next begins, negative when it cannot be read to its end. */
    static int print(Sheet sheet, int type, int at, int size, int depth) {
        return switch (type) {
            case SA -> association(sheet, at, depth);
            case KEY_EXCHANGE -> keyExchange(sheet, at, size);
            case INITIATOR, RESPONDER -> identification(sheet, type, at, size);
            case AUTHENTICATION -> authentication(sheet, at, size);
            case NONCE -> nonce(sheet, at, size);
            case NOTIFY -> notification(sheet, at, size);
            case VENDOR -> vendor(sheet, at, size);
            case ENCRYPTED -> {
                other(sheet, type, at, size);
                // what follows is within it
                yield -1;
            }
            default -> other(sheet, type, at, size);
        };
    }

    private static void name(Sheet sheet, String name, int at) {
        sheet.text(name).text((sheet.u8(at + 1) & 0x80) != 0 ? "[C]:" : ":");
    }

    private static int other(Sheet sheet, int type, int at, int size) {
        name(sheet, Ike.payload(type), at);
        sheet.text(" len=").number(size - 4L);
        if (sheet.v > 2) {
            sheet.text(" ");
            if (!Ike.raw(sheet, at + 4, size - 4)) {
                return Ike.cut(sheet, type);
            }
        }
        return at + size;
    }

    /** Section 3.3. */
    private static int association(Sheet sheet, int at, int depth) {
        name(sheet, "sa", at);
        int rest = sheet.be16(at + 2) - 4;
        sheet.text(" len=").number(rest);
        int here = at + 4;
        int type = PROPOSAL;
        while (type != 0) {
            if (rest < 4) {
                Ike.cut(sheet, SA);
                return here + rest;
            }
            if (!sheet.has(here, 4)) {
                return Ike.cut(sheet, SA);
            }
            int size = sheet.be16(here + 2);
            if (size <= 4) {
                return Ike.cut(sheet, SA);
            }
            if (rest < size) {
                Ike.cut(sheet, SA);
                return here + rest;
            }
            if (!sheet.has(here, size)) {
                return Ike.cut(sheet, SA);
            }
            Ike.begin(sheet, depth + 1);
            int next = here + size;
            if (type == PROPOSAL) {
                next = proposal(sheet, here, size, depth + 1);
                if (next < 0) {
                    return -1;
                }
            } else {
                sheet.text(Ike.payload(type));
            }
            sheet.text(")");
            rest -= size;
            type = sheet.u8(here);
            here = next;
        }
        return here;
    }

    /** Section 3.3.1. */
    private static int proposal(Sheet sheet, int at, int size, int depth) {
        if (!sheet.has(at, 8)) {
            return Ike.cut(sheet, PROPOSAL);
        }
        name(sheet, Ike.payload(PROPOSAL), at);
        int rest = size - 4;
        sheet.text(" #").number(sheet.u8(at + 4));
        sheet.text(" protoid=").text(Ike.protocol(sheet.u8(at + 5)));
        sheet.text(" transform=").number(sheet.u8(at + 7));
        sheet.text(" len=").number(size);
        int here = at + 8;
        int index = sheet.u8(at + 6);
        if (index > 0) {
            if (rest < index) {
                Ike.cut(sheet, PROPOSAL);
                return here + rest;
            }
            sheet.text(" spi=");
            if (!Ike.raw(sheet, here, index)) {
                return Ike.cut(sheet, PROPOSAL);
            }
            here += index;
            rest -= index;
        }
        int type = TRANSFORM;
        for (int count = 1; type != 0; count++) {
            if (rest < 4) {
                Ike.cut(sheet, PROPOSAL);
                return here + rest;
            }
            if (!sheet.has(here, 4)) {
                return Ike.cut(sheet, PROPOSAL);
            }
            int length = sheet.be16(here + 2);
            if (length <= 4) {
                return Ike.cut(sheet, PROPOSAL);
            }
            if (rest < length) {
                Ike.cut(sheet, PROPOSAL);
                return here + rest;
            }
            if (!sheet.has(here, length)) {
                return Ike.cut(sheet, PROPOSAL);
            }
            Ike.begin(sheet, depth + 1);
            int next = here + length;
            if (type == TRANSFORM) {
                next = transform(sheet, count, here, length);
                if (next < 0) {
                    return -1;
                }
            } else {
                sheet.text(Ike.payload(type));
            }
            sheet.text(")");
            rest -= length;
            type = sheet.u8(here);
            here = next;
        }
        return here;
    }

    /** Section 3.3.2. */
    private static int transform(Sheet sheet, int count, int at, int size) {
        if (!sheet.has(at, 8)) {
            return Ike.cut(sheet, TRANSFORM);
        }
        name(sheet, Ike.payload(TRANSFORM), at);
        int type = sheet.u8(at + 4);
        int identifier = sheet.be16(at + 6);
        String word = switch (type) {
            case 1 -> IkeAttributes.word(Ike1.ESP, identifier);
            case 2 -> IkeAttributes.word(PSEUDORANDOM, identifier);
            case 3 -> IkeAttributes.word(INTEGRITY, identifier);
            case 4 -> IkeAttributes.word(IkeAttributes.GROUP_NAMES, identifier);
            case 5 -> IkeAttributes.word(SEQUENCE, identifier);
            default -> Integer.toString(identifier);
        };
        sheet.text(" #").number(count);
        sheet.text(" type=").text(IkeAttributes.word(TRANSFORM_TYPES, type));
        sheet.text(" id=").text(word).put(' ');
        int here = IkeAttributes.print(sheet, at + 8, at + size, type == 1 ? IkeAttributes.ENCRYPTION : null);
        if (here < 0) {
            return Ike.cut(sheet, TRANSFORM);
        }
        sheet.text(sheet.end() < at + size ? "..." : "");
        return here;
    }

    /** Section 3.4. */
    private static int keyExchange(Sheet sheet, int at, int size) {
        if (!sheet.has(at, 8)) {
            return Ike.cut(sheet, KEY_EXCHANGE);
        }
        name(sheet, Ike.payload(KEY_EXCHANGE), at);
        if (size < 8) {
            sheet.text(" len=").number(size).text(" < 8");
            return at + size;
        }
        sheet.text(" len=").number(size - 8L);
        sheet.text(" group=").text(IkeAttributes.word(IkeAttributes.GROUP_NAMES, sheet.be16(at + 4)));
        if (sheet.v > 2 && size > 8) {
            sheet.text(" ");
            if (!Ike.raw(sheet, at + 8, size - 8)) {
                return Ike.cut(sheet, KEY_EXCHANGE);
            }
        }
        return at + size;
    }

    /** Section 3.5. */
    private static int identification(Sheet sheet, int type, int at, int size) {
        if (!sheet.has(at, Math.min(8, size))) {
            return Ike.cut(sheet, type);
        }
        name(sheet, Ike.payload(type), at);
        sheet.text(" len=").number(size - 4L);
        if (sheet.v > 2) {
            sheet.text(" ");
            if (!Ike.raw(sheet, at + 4, size - 4)) {
                return Ike.cut(sheet, type);
            }
        }
        if (size < 8) {
            sheet.text(" [payload too short]");
            return at + size;
        }
        int kind = sheet.u8(at + 4);
        String word = IDENTIFICATIONS.name(kind);
        if (word == null) {
            return at + size;
        }
        sheet.text(" ").text(word).put(':');
        if (!sheet.has(at + 8, size - 8)) {
            return Ike.cut(sheet, type);
        }
        if (kind == 2 || kind == 3) {
            sheet.exactly(at + 8, size - 8);
        } else {
            Ike.raw(sheet, at + 8, size - 8);
        }
        return at + size;
    }

    /** Section 3.8. */
    private static int authentication(Sheet sheet, int at, int size) {
        if (!sheet.has(at, 8)) {
            return Ike.cut(sheet, AUTHENTICATION);
        }
        name(sheet, Ike.payload(AUTHENTICATION), at);
        sheet.text(" len=").number(size - 4L);
        sheet.text(" method=").text(IkeAttributes.word(METHODS, sheet.u8(at + 4)));
        boolean whole = true;
        if (sheet.v > 1) {
            sheet.text(" authdata=(");
            whole = Ike.raw(sheet, at + 8, size - 8);
            sheet.text(whole ? ") " : "");
        } else if (sheet.v > 0) {
            whole = Ike.some(sheet, at + 8);
        }
        return whole ? at + size : Ike.cut(sheet, AUTHENTICATION);
    }

    /** Section 3.9. */
    private static int nonce(Sheet sheet, int at, int size) {
        name(sheet, "nonce", at);
        sheet.text(" len=").number(size - 4L);
        boolean whole = true;
        if (sheet.v > 1) {
            sheet.text(" nonce=(");
            whole = Ike.raw(sheet, at + 4, size - 4);
            sheet.text(whole ? ") " : "");
        } else if (sheet.v > 0) {
            whole = Ike.some(sheet, at + 4);
        }
        return whole ? at + size : Ike.cut(sheet, NONCE);
    }

    /** Section 3.10. */
    private static int notification(Sheet sheet, int at, int size) {
        if (!sheet.has(at, 8)) {
            return Ike.cut(sheet, NOTIFICATION);
        }
        name(sheet, Ike.payload(NOTIFICATION), at);
        sheet.text(" prot_id=").text(Ike.protocol(sheet.u8(at + 4)));
        int type = sheet.be16(at + 6);
        String word = NOTIFICATIONS.name(type);
        boolean about = word == null || ABOUT_ASSOCIATION.name(type) != null;
        if (word == null) {
            word = type < 8192 ? "error" : type < 16384 ? "private-error" : type < 40960 ? "status" : "private-status";
        }
        sheet.text(" type=").number(type).put('(').text(word).put(')');
        int index = sheet.u8(at + 5);
        if (about && index > 0) {
            sheet.text(" spi=");
            if (!Ike.raw(sheet, at + 8, index)) {
                return Ike.cut(sheet, NOTIFICATION);
            }
        }
        int here = at + 8 + index;
        if (here < sheet.end()) {
            boolean cookie = type == COOKIE;
            if (sheet.v > 3 || cookie && sheet.end() - here < 30) {
                sheet.text(" data=(");
                Ike.raw(sheet, here, sheet.end() - here);
                sheet.text(")");
            } else if (cookie && !Ike.some(sheet, here)) {
                return Ike.cut(sheet, NOTIFICATION);
            }
        }
        return at + size;
    }

    /** Section 3.12. */
    private static int vendor(Sheet sheet, int at, int size) {
        name(sheet, Ike.payload(VENDOR), at);
        sheet.text(" len=").number(size - 4L).text(" vid=");
        if (!sheet.has(at + 4, size - 4)) {
            return Ike.cut(sheet, VENDOR);
        }
        sheet.exactly(at + 4, size - 4);
        if (sheet.v > 2 && size > 8) {
            sheet.text(" ");
            Ike.raw(sheet, at + 4, size - 4);
        }
        return at + size;
    }
}
