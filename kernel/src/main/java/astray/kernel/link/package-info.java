/**
 * What is set on virtual links: the attributes of {@link astray.kernel.route.Link#data} and
 * {@link astray.kernel.route.Link#portData} by kind. Each constant is an attribute's type, to be asked of
 * {@link astray.kernel.netlink.Attributes}.
 */
package astray.kernel.link;
