package org.tariffeconomics.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Follows the links of a JSON:API document: an object becomes one whose attributes and related
 * objects are its members. Objects that are written out in place stay as they are.
 */
public final class JsonLinks {

  /** Measures lead to areas and their members, quotas to definitions: no chain is longer. */
  private static final int DEEPEST = 4;

  private final Map<String, JsonTree> included = new HashMap<>();

  public JsonLinks(JsonTree document) {
    document.get("included").items().forEach(each -> included.putIfAbsent(key(each), each));
  }

  private static String key(JsonTree resource) {
    return resource.text("type") + " " + resource.text("id");
  }

  /** The object with its attributes and related objects as members. */
  public JsonTree resolved(JsonTree resource) {
    return resolved(resource, 0);
  }

  private JsonTree resolved(JsonTree resource, int depth) {
    Map<String, JsonTree> members = new LinkedHashMap<>(resource.members());
    resource.get("attributes").members().forEach(members::put);
    if (depth < DEEPEST) {
      resource
          .get("relationships")
          .members()
          .forEach((name, link) -> members.put(name, related(link.get("data"), depth + 1)));
    }
    members.remove("attributes");
    members.remove("relationships");
    return new JsonTree(resource.path(), members, resource.items(), resource.text());
  }

  private JsonTree related(JsonTree link, int depth) {
    if (link.items().isEmpty()) {
      return target(link, depth);
    }
    List<JsonTree> targets = new ArrayList<>();
    link.items().forEach(each -> targets.add(target(each, depth)));
    return new JsonTree(link.path(), Map.of(), targets, "");
  }

  /** What a link leads to; the link itself, which has an id, where that is not included. */
  private JsonTree target(JsonTree link, int depth) {
    @Nullable JsonTree found = included.get(key(link));
    return found == null ? link : resolved(found, depth);
  }
}
