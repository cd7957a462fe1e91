package astray.instruments.ip;

import java.io.IOException;

/** One of ip's objects: {@code address}, {@code route}, … */
interface IpObject {
    /**
     * Runs a command of it.
     *
     * @param session the surroundings of this run
     * @param words the words behind the object's name
     * @return the exit status
     * @throws Failure with the original's status and message
     */
    int run(Session session, Words words) throws IOException;
}
