package astray.instruments.netstat;

import astray.instruments.names.Hosts;
import astray.instruments.names.Networks;
import astray.instruments.names.Protocols;
import astray.instruments.names.Services;
import astray.kernel.proc.NetFolder;

/**
 * Where a run reads from.
 *
 * @param net the network's text files
 * @param services names of ports
 * @param protocols names of protocols
 * @param networks names of networks
 * @param hosts names of addresses
 */
record Sources(NetFolder net, Services services, Protocols protocols, Networks networks, Hosts hosts) {

    /** This machine, and the network namespace of the calling thread. */
    static Sources ofMachine() {
        return new Sources(
                NetFolder.OWN, Services.ofMachine(), Protocols.ofMachine(), Networks.ofMachine(), new Hosts());
    }
}
