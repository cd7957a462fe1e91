package astray.facts;

/**
 * One thing that was seen about a host or about the way between hosts: the vocabulary that every source speaks
 * and that diagnosis reasons over. Facts are values: two facts are equal when they say the same, wherever they
 * were read. Where a fact was read stands beside it, in {@link Observation}.
 *
 * <p>A component that is {@code null} was not shown by the source; it never means zero, none or "no".
 */
public sealed interface Fact
        permits Address,
                Attribution,
                BridgeFilter,
                BridgePort,
                BridgeVlan,
                Capture,
                ClockReading,
                ConnectAttempt,
                Counter,
                CounterChange,
                Coverage,
                DockerNetwork,
                DocumentDate,
                FilterPresence,
                FirewallChain,
                FirewallRule,
                Frame,
                FrameCount,
                HostName,
                Link,
                LogEntry,
                Mention,
                NameMapping,
                Neighbour,
                Ping,
                PublishedPort,
                Route,
                RouteLookup,
                Rule,
                Socket,
                Sysctl,
                Trace,
                Watch {}
