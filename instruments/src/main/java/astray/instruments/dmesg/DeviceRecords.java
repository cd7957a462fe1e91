package astray.instruments.dmesg;

import astray.instruments.Output;
import astray.kernel.log.KernelLog;
import astray.kernel.log.KernelRecord;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The records of the running kernel, and on wish those still to come. */
final class DeviceRecords implements Source {
    private final KernelLog log;
    private final boolean follow;
    private final Output out;
    private final LogRecord entry = new LogRecord();
    private final KernelRecord record = new KernelRecord();
    private final byte[] bytes = new byte[KernelLog.LONGEST + 1];

    /**
     * Stands in an open log.
     *
     * @param follow wait for more behind the last record
     * @param out flushed before it waits
     */
    DeviceRecords(KernelLog log, boolean follow, Output out) {
        this.log = log;
        this.follow = follow;
        this.out = out;
    }

    @Override
    public @Nullable LogRecord next() throws IOException {
        int length;
        while ((length = log.read(bytes)) == KernelLog.NONE) {
            if (!follow) {
                return null;
            }
            out.flush();
            log.await(-1);
        }
        record.read(bytes, length);
        entry.begin(bytes);
        entry.priority(record.priority());
        entry.micros = record.micros();
        entry.message(record.from(), record.to());
        return entry;
    }

    @Override
    public void close() {
        log.close();
    }
}
