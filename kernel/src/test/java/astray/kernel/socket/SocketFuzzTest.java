package astray.kernel.socket;

import astray.kernel.netlink.Message;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Tag;

@Tag("fuzz")
class SocketFuzzTest {

    @FuzzTest
    void noGetterFailsWhateverTheMessageHolds(byte[] bytes) throws ReflectiveOperationException {
        ByteBuffer buffer = ByteBuffer.allocate(16 + bytes.length).order(ByteOrder.nativeOrder());
        buffer.putInt(16 + bytes.length)
                .putShort((short) 20)
                .putShort((short) 2)
                .putLong(0)
                .put(bytes);
        Message message = Message.at(buffer.array(), 0);
        if (message != null) {
            getters(new InetSocket(message));
            getters(new UnixSocket(message));
            getters(new PacketSocket(message));
        }
    }

    /** Calls everything that takes nothing, and the same of what it gives. */
    private static void getters(Object view) throws ReflectiveOperationException {
        for (Method method : view.getClass().getDeclaredMethods()) {
            if (method.getParameterCount() > 0 || (method.getModifiers() & java.lang.reflect.Modifier.PUBLIC) == 0) {
                continue;
            }
            Object value;
            try {
                value = method.invoke(view);
            } catch (InvocationTargetException e) {
                throw new AssertionError(method.getName(), e.getCause());
            }
            if (value instanceof TcpInfo || value instanceof SocketMemory) {
                getters(value);
            }
        }
    }
}
