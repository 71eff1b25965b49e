package org.tariffeconomics.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Follows the links of a JSON:API document: an object becomes one whose attributes and related
 * objects are its members. Objects that are written out in place stay as they are.
 *
 * <p>Links are followed {@link Limits#LINK_DEPTH} deep. Each object is made once for each depth, so
 * that objects that link to each other cost no more than the links that stand in the file.
 *
 * @since 0.1.0
 */
public final class JsonLinks {

  private final Map<String, JsonTree> included = new HashMap<>();
  private final List<Map<String, JsonTree>> made = new ArrayList<>();

  /**
   * The links of a document.
   *
   * @param document the document, whose member {@code included} holds the related objects
   */
  public JsonLinks(JsonTree document) {
    Objects.requireNonNull(document, "document");
    document.get("included").items().forEach(each -> included.putIfAbsent(key(each), each));
    for (int depth = 0; depth <= Limits.LINK_DEPTH; depth++) {
      made.add(new HashMap<>());
    }
  }

  private static String key(JsonTree resource) {
    return resource.text("type") + " " + resource.text("id");
  }

  /**
   * An object with its attributes and related objects as members.
   *
   * @param resource an object of the document
   * @return the object as it is meant
   */
  public JsonTree resolved(JsonTree resource) {
    Objects.requireNonNull(resource, "resource");
    return resolved(resource, 0);
  }

  private JsonTree resolved(JsonTree resource, int depth) {
    Map<String, JsonTree> members = new LinkedHashMap<>(resource.members());
    members.putAll(resource.get("attributes").members());
    if (depth < Limits.LINK_DEPTH) {
      resource
          .get("relationships")
          .members()
          .forEach((name, link) -> members.put(name, related(link.get("data"), depth + 1)));
    }
    members.remove("attributes");
    members.remove("relationships");
    return resource.withMembers(members);
  }

  private JsonTree related(JsonTree link, int depth) {
    if (link.items().isEmpty()) {
      return target(link, depth);
    }
    return link.withItems(link.items().stream().map(each -> target(each, depth)).toList());
  }

  /** What a link leads to; the link itself, which has an id, where that is not included. */
  private JsonTree target(JsonTree link, int depth) {
    String key = key(link);
    @Nullable JsonTree found = included.get(key);
    if (found == null) {
      return link;
    }
    Map<String, JsonTree> known = made.get(depth);
    @Nullable JsonTree before = known.get(key);
    if (before == null) {
      before = resolved(found, depth);
      known.put(key, before);
    }
    return before;
  }
}
