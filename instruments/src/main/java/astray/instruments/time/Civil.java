package astray.instruments.time;

/**
 * A moment on the calendar of a zone, in whole seconds.
 *
 * @param year the year
 * @param month 1 to 12
 * @param day 1 to 31
 * @param hour 0 to 23
 * @param minute 0 to 59
 * @param second 0 to 59
 */
public record Civil(int year, int month, int day, int hour, int minute, int second) {
    private static final long DAY = 86_400;

    /** The calendar of a number of seconds since 1970, as if there were no zones. */
    public static Civil of(long seconds) {
        long days = Math.floorDiv(seconds, DAY);
        int rest = (int) Math.floorMod(seconds, DAY);
        // Howard Hinnant, "chrono-compatible low-level date algorithms": years begin in March.
        long shifted = days + 719_468;
        long era = Math.floorDiv(shifted, 146_097L);
        int dayOfEra = (int) Math.floorMod(shifted, 146_097L);
        int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        int monthFromMarch = (5 * dayOfYear + 2) / 153;
        int day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1;
        int month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
        long year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
        return new Civil((int) year, month, day, rest / 3600, rest / 60 % 60, rest % 60);
    }

    /** Seconds since 1970, as if there were no zones; parts beyond their range carry over. */
    public long seconds() {
        return days(year, month, day) * DAY + hour * 3600L + minute * 60L + second;
    }

    /** Days from 1970-01-01 to a date; the day may be beyond its month. */
    static long days(int year, int month, int day) {
        long y = month <= 2 ? year - 1L : year;
        long era = Math.floorDiv(y, 400L);
        int yearOfEra = (int) (y - era * 400);
        int dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5;
        int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return era * 146_097 + dayOfEra - 719_468 + day - 1;
    }

    /** The day of the week: 0 for Sunday. */
    public int weekday() {
        return (int) Math.floorMod(days(year, month, day) + 4, 7L);
    }

    /** The day of the year: 0 for the first of January. */
    public int dayOfYear() {
        return (int) (days(year, month, day) - days(year, 1, 1));
    }

    static boolean isLeap(int year) {
        return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    }
}
