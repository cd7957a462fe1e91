package astray.packet.text;

import org.jspecify.annotations.Nullable;

/**
 * A service of the Andrew file system (AFS-3): its name, the names of its calls, and the arguments of calls and results
 * of replies that are printed. In these, what begins with a small letter is printed as it is; {@link AfsValues} tells
 * what the capitals stand for.
 *
 * @param name what is printed in front
 * @param names of its calls
 * @param arguments of its calls
 * @param results of its calls
 */
record AfsService(String name, Table names, Table arguments, Table results) {
    // from afsint.xg, afscbint.xg, ptint.xg, vldbint.xg, kauth.rg, volint.xg, bosint.xg and ubik_int.xg of OpenAFS

    static final AfsService FILES = new AfsService("fs", Table.of("""
            130 fetch-data
            131 fetch-acl
            132 fetch-status
            133 store-data
            134 store-acl
            135 store-status
            136 remove-file
            137 create-file
            138 rename
            139 symlink
            140 link
            141 makedir
            142 rmdir
            143 oldsetlock
            144 oldextlock
            145 oldrellock
            146 get-stats
            147 give-cbs
            148 get-vlinfo
            149 get-vlstats
            150 set-vlstats
            151 get-rootvl
            152 check-token
            153 get-time
            154 nget-vlinfo
            155 bulk-stat
            156 setlock
            157 extlock
            158 rellock
            159 xstat-ver
            160 get-xstat
            161 dfs-lookup
            162 dfs-flushcps
            163 dfs-symlink
            220 residency
            65536 inline-bulk-status
            65537 fetch-data-64
            65538 store-data-64
            65539 give-up-all-cbs
            65540 get-caps
            65541 cb-rx-conn-addr
            """), Table.of("""
            130 F offset U length U
            131 F
            132 F
            133 F A offset U length U flen U
            134 F C
            135 F A
            136 F S256
            137 F S256 A
            138 old F S256 new F S256
            139 F S256 link to S256
            140 F S256 link to F
            141 F S256 A
            142 F S256
            143 F
            144 F
            145 F
            148 S256
            149 volid U
            150 volid U
            154 volname S256
            155 *F
            156 F
            157 F
            158 F
            65536 *F
            65537 F offset L length L
            65538 F A offset L length L flen L
            65541 addr U
            """), Table.of("""
            131 C
            137 new F
            141 new F
            151 root volume S256
            153 D
            """));

    static final AfsService CALLBACKS = new AfsService("cb", Table.of("""
            204 callback
            205 initcb
            206 probe
            207 getlock
            208 getce
            209 xstatver
            210 getxstat
            211 initcb2
            212 whoareyou
            213 initcb3
            214 probeuuid
            215 getsrvprefs
            216 getcellservdb
            217 getlocalcell
            218 getcacheconf
            65536 getce64
            65537 getcellbynum
            65538 tellmeaboutyourself
            """), Table.of("""
            204 *F E
            214 afsuuid X
            """), Table.of("""
            213 X
            """));

    static final AfsService PROTECTION = new AfsService("pt", Table.of("""
            500 new-user
            501 where-is-it
            502 dump-entry
            503 add-to-group
            504 name-to-id
            505 id-to-name
            506 delete
            507 remove-from-group
            508 get-cps
            509 new-entry
            510 list-max
            511 set-max
            512 list-entry
            513 change-entry
            514 list-elements
            515 same-mbr-of
            516 set-fld-sentry
            517 list-owned
            518 get-cps2
            519 get-host-cps
            520 update-entry
            521 list-entries
            530 list-super-groups
            """), Table.of("""
            500 S64 id I oldid I
            501 id I
            502 pos I
            503 uid I gid I
            504 *V64
            505 ids: *I
            506 id I
            507 uid I gid I
            508 id I
            509 S64 flag I oid I
            511 id I gflag I
            512 id I
            513 id I S64 oldid I newid I
            514 id I
            515 uid I gid I
            517 id I
            518 id I
            519 id I
            520 id I S64
            530 id I
            """), Table.of("""
            504 ids: *I
            505 *V64
            508 *I
            510 maxuid I maxgid I
            514 *I
            517 *I
            518 *I
            519 *I
            """));

    static final AfsService LOCATIONS = new AfsService("vldb", Table.of("""
            501 create-entry
            502 delete-entry
            503 get-entry-by-id
            504 get-entry-by-name
            505 get-new-volume-id
            506 replace-entry
            507 update-entry
            508 setlock
            509 releaselock
            510 list-entry
            511 list-attrib
            512 linked-list
            513 get-stats
            514 probe
            515 get-addrs
            516 change-addr
            517 create-entry-n
            518 get-entry-by-id-n
            519 get-entry-by-name-n
            520 replace-entry-n
            521 list-entry-n
            522 list-attrib-n
            523 linked-list-n
            524 update-entry-by-name
            525 create-entry-u
            526 get-entry-by-id-u
            527 get-entry-by-name-u
            528 replace-entry-u
            529 list-entry-u
            530 list-attrib-u
            531 linked-list-u
            532 regaddr
            533 get-addrs-u
            534 list-attrib-n2
            """), Table.of("""
            501 V65
            502 volid I T
            503 volid I T
            504 S65
            505 bump I
            506 volid I T V65
            507 volid I T
            508 volid I T
            509 volid I T
            510 index I
            517 V65
            518 volid I T
            519 S65
            520 volid I T V65
            521 index I
            524 S65
            527 S65
            """), Table.of("""
            503 N8
            504 N8
            505 newvol U
            510 count I nextindex I N8
            518 N13
            519 N13
            521 count I nextindex I N13
            526 M13
            527 M13
            529 count I nextindex I N13
            """));

    static final AfsService AUTHENTICATION = new AfsService("kauth", Table.of("""
            1 auth-old
            21 authenticate
            22 authenticate-v2
            2 change-pw
            3 get-ticket-old
            23 get-ticket
            4 set-pw
            5 set-fields
            6 create-user
            7 delete-user
            8 get-entry
            9 list-entry
            10 get-stats
            11 debug
            12 get-pw
            13 get-random-key
            14 unlock
            15 lock-status
            """), Table.of("""
            1 principal S64 S64
            2 principal S64 S64
            3 kvno I domain S64 O principal S64 S64
            4 principal S64 S64 kvno I
            5 principal S64 S64
            6 principal S64 S64
            7 principal S64 S64
            8 principal S64 S64
            12 name S64
            14 principal S64 S64
            15 principal S64 S64
            21 principal S64 S64
            22 principal S64 S64
            23 kvno I domain S64 O principal S64 S64
            """), Table.of(""));

    static final AfsService VOLUMES = new AfsService("vol", Table.of("""
            100 create-volume
            101 delete-volume
            102 restore
            103 forward
            104 end-trans
            105 clone
            106 set-flags
            107 get-flags
            108 trans-create
            109 dump
            110 get-nth-volume
            111 set-forwarding
            112 get-name
            113 get-status
            114 sig-restore
            115 list-partitions
            116 list-volumes
            117 set-id-types
            118 monitor
            119 partition-info
            120 reclone
            121 list-one-volume
            122 nuke
            123 set-date
            124 x-list-volumes
            125 x-list-one-volume
            126 set-info
            127 x-list-partitions
            128 forward-multiple
            65536 convert-ro
            65537 get-size
            65538 dump-v2
            """), Table.of("""
            100 partition U name S256 type U parent U
            101 trans U
            102 totrans U flags U
            103 fromtrans U fromdate D Z desttrans I
            104 trans U
            105 trans U purgevol U newtype U newname S256
            106 trans U flags U
            107 trans U
            108 vol U partition U flags U
            109 fromtrans U fromdate D
            110 index U
            111 tid U newsite U
            112 tid
            113 tid
            114 name S256 type U pid U cloneid U
            116 partition U flags U
            117 tid U name S256 type U pid U clone U backup U
            119 name S256
            120 tid U
            121 partid U volid U
            122 partid U volid U
            123 tid U date D
            124 partid U volid U
            125 partid U volid U
            126 tid U
            128 fromtrans U fromdate D *Z
            65536 partid U volid U
            65538 fromtrans U fromdate D flags U
            """), Table.of("""
            100 volid U trans U
            104 U
            105 newvol U
            107 U
            108 trans U
            110 volume U partition U
            112 S256
            113 volid U nextuniq U type U parentid U clone U backup U restore U maxquota U minquota U\
             owner U create D access D update D expire D backup D copy D
            116 Q
            121 Q
            """));

    static final AfsService OVERSEER = new AfsService("bos", Table.of("""
            80 create-bnode
            81 delete-bnode
            82 set-status
            83 get-status
            84 enumerate-instance
            85 get-instance-info
            86 get-instance-parm
            87 add-superuser
            88 delete-superuser
            89 list-superusers
            90 list-keys
            91 add-key
            92 delete-key
            93 set-cell-name
            94 get-cell-name
            95 get-cell-host
            96 add-cell-host
            97 delete-cell-host
            98 set-t-status
            99 shutdown-all
            100 restart-all
            101 startup-all
            102 set-noauth-flag
            103 re-bozo
            104 restart
            105 start-bozo-install
            106 uninstall
            107 get-dates
            108 exec
            109 prune
            110 set-restart-time
            111 get-restart-time
            112 start-bozo-log
            113 wait-all
            114 get-instance-strings
            115 get-restricted
            116 set-restricted
            """), Table.of("""
            80 type S256 instance S256
            81 S256
            82 S256 status I
            83 S256
            84 I
            85 S256
            86 S256 num I
            87 S256
            88 S256
            89 I
            90 I
            91 I
            92 I
            93 S256
            95 I
            96 S256
            97 S256
            98 S256 status I
            104 S256
            105 S256 size I flags I date I
            106 S256
            108 S256
            112 S256
            114 S256
            """), Table.of(""));

    static final AfsService UBIK = new AfsService("ubik", Table.of("""
            10000 vote-beacon
            10001 vote-debug-old
            10002 vote-sdebug-old
            10003 vote-getsyncsite
            10004 vote-debug
            10005 vote-sdebug
            10006 vote-xdebug
            10007 vote-xsdebug
            20000 disk-begin
            20001 disk-commit
            20002 disk-lock
            20003 disk-write
            20004 disk-getversion
            20005 disk-getfile
            20006 disk-sendfile
            20007 disk-abort
            20008 disk-releaselocks
            20009 disk-truncate
            20010 disk-probe
            20011 disk-writev
            20012 disk-interfaceaddr
            20013 disk-setversion
            """), Table.of("""
            10000 B votestart D dbversion Y tid Y
            10003 site U
            20000 tid Y
            20001 tid Y
            20002 tid Y file I pos I length I W
            20003 tid Y file I pos I
            20005 file I
            20006 file I length I dbversion Y
            20007 tid Y
            20008 tid Y
            20009 tid Y file I length I
            20010 tid Y
            20012 tid Y oldversion Y newversion Y
            """), Table.of("""
            10000 vote no
            20004 dbversion Y
            """));

    /** The service at a port; {@code null} for another. */
    static @Nullable AfsService at(int port) {
        return switch (port) {
            case 7000 -> FILES;
            case 7001 -> CALLBACKS;
            case 7002 -> PROTECTION;
            case 7003 -> LOCATIONS;
            case 7004 -> AUTHENTICATION;
            case 7005 -> VOLUMES;
            case 7007 -> OVERSEER;
            default -> null;
        };
    }

    /** Whether calls of Ubik, which keeps copies of databases alike, go to this service. */
    boolean isReplicated() {
        return switch (name) {
            case "pt", "vldb", "kauth" -> true;
            default -> false;
        };
    }
}
