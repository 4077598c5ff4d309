package dev.gpuadvisor.unlisted;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The name of a repository of a hub, {@code org/name}, as strictly as the hub itself takes it: what
 * is asked of the hub is made of it.
 *
 * @param revision a branch, a tag or a commit; empty for the main branch
 * @param file of several that the repository holds, or the format that one is in ({@code Q4_K_M});
 *     empty where nobody says
 */
public record RepositoryName(String id, String revision, String file) {

  private static final int LONGEST_PART = 96;
  private static final List<String> HOSTS =
      List.of("huggingface.co/", "www.huggingface.co/", "hf.co/");

  /** Pages of a repository: the revision follows, and then a file. */
  private static final List<String> PAGES = List.of("tree", "blob", "resolve", "raw");

  /**
   * {@code org/name}, {@code org/name@revision}, {@code org/name:Q4_K_M}, or a page of the hub.
   * Empty where the text is none of these.
   */
  public static Optional<RepositoryName> of(String text) {
    String name = text.strip();
    boolean page = name.regionMatches(true, 0, "https://", 0, 8);
    name = page ? name.substring(8) : name;
    for (String host : HOSTS) {
      if (name.toLowerCase(Locale.ROOT).startsWith(host)) {
        return ofPage(name.substring(host.length()));
      }
    }
    return page ? Optional.empty() : ofText(name);
  }

  private static Optional<RepositoryName> ofText(String text) {
    int at = text.indexOf('@');
    String revision = at < 0 ? "" : text.substring(at + 1);
    String rest = at < 0 ? text : text.substring(0, at);
    int colon = rest.indexOf(':');
    String file = colon < 0 ? "" : rest.substring(colon + 1);
    String id = colon < 0 ? rest : rest.substring(0, colon);
    boolean said = (at < 0 || !revision.isEmpty()) && (colon < 0 || !file.isEmpty());
    return said ? checked(id, revision, file) : Optional.empty();
  }

  private static Optional<RepositoryName> ofPage(String path) {
    int end = path.length();
    for (char mark : new char[] {'?', '#'}) {
      int at = path.indexOf(mark);
      end = at < 0 ? end : Math.min(end, at);
    }
    String[] parts = path.substring(0, end).split("/", 6);
    if (parts.length < 2) {
      return Optional.empty();
    }
    boolean inside = parts.length > 3 && PAGES.contains(parts[2]);
    String file = inside && parts.length > 4 ? path.substring(0, end).split("/", 5)[4] : "";
    String id = parts[0] + "/" + parts[1];
    return inside ? checked(id, parts[3], file) : ofText(id);
  }

  private static Optional<RepositoryName> checked(String id, String revision, String file) {
    int slash = id.indexOf('/');
    boolean known =
        slash > 0
            && isName(id.substring(0, slash))
            && isName(id.substring(slash + 1))
            && (revision.isEmpty() || isPath(revision))
            && (file.isEmpty() || isPath(file));
    return known ? Optional.of(new RepositoryName(id, revision, file)) : Optional.empty();
  }

  private static boolean isName(String part) {
    return !part.isEmpty()
        && part.length() <= LONGEST_PART
        && part.chars().allMatch(RepositoryName::isPlain)
        && !part.contains("..")
        && !part.contains("--")
        && ".-".indexOf(part.charAt(0)) < 0
        && ".-".indexOf(part.charAt(part.length() - 1)) < 0
        && !part.endsWith(".git");
  }

  /** Names with slashes between them, as branches and files in folders have. */
  private static boolean isPath(String path) {
    return path.length() <= LONGEST_PART
        && path.chars().allMatch(each -> isPlain(each) || each == '/')
        && !path.contains("..")
        && !path.contains("//")
        && "/.".indexOf(path.charAt(0)) < 0
        && !path.endsWith("/");
  }

  private static boolean isPlain(int each) {
    return each >= 'a' && each <= 'z'
        || each >= 'A' && each <= 'Z'
        || each >= '0' && each <= '9'
        || each == '.'
        || each == '_'
        || each == '-';
  }

  /** As people write it. */
  @Override
  public String toString() {
    return id + (file.isEmpty() ? "" : ":" + file) + (revision.isEmpty() ? "" : "@" + revision);
  }
}
