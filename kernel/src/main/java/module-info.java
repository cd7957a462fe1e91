import org.jspecify.annotations.NullMarked;

/// Linux through the foreign function and memory API: the only module that may call the kernel. It knows of the
/// project's other modules only how an address is written ({@link astray.facts.IpAddress}).
@NullMarked
module astray.kernel {
    requires static org.jspecify;
    requires transitive astray.facts;
    // sun.misc.Signal
    requires jdk.unsupported;

    exports astray.kernel.inet;
    exports astray.kernel.link;
    exports astray.kernel.log;
    exports astray.kernel.netlink;
    exports astray.kernel.packet;
    exports astray.kernel.proc;
    exports astray.kernel.process;
    exports astray.kernel.route;
    exports astray.kernel.socket;
    exports astray.kernel;
}
