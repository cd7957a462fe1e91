package astray.kernel.route;

import astray.kernel.netlink.Attributes;
import org.jspecify.annotations.Nullable;

/**
 * Age, use and error of a route ({@code struct rta_cacheinfo} of linux/rtnetlink.h).
 *
 * @param users how many hold it
 * @param lastUse the time since its last use, in ticks of 1/100 s
 * @param expires the time until it goes, in ticks of 1/100 s; 0 for never, negative when it is over
 * @param error the error that it answers with, as a negative number; 0 for none
 * @param used how often it was used
 * @param id an id for its peer (kernels before 3.6), 0 for none
 * @param timestamp the peer's time stamp, 0 for none
 * @param timestampAge the age of the time stamp in seconds
 */
public record CacheInfo(
        long users, long lastUse, int expires, int error, long used, long id, long timestamp, long timestampAge) {

    /** Ticks of a second ({@code USER_HZ}). */
    public static final int HERTZ = 100;

    static @Nullable CacheInfo of(Attributes.@Nullable Attribute info) {
        return info == null
                ? null
                : new CacheInfo(
                        info.u32(0),
                        info.u32(4),
                        info.s32(8),
                        info.s32(12),
                        info.u32(16),
                        info.u32(20),
                        info.u32(24),
                        info.u32(28));
    }
}
