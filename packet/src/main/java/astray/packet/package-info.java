/** What packets are made of before anybody looks into them: the kinds of links they were taken from. */
package astray.packet;
