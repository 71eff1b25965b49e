import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Holds a bundle against what Maven Central asks of one, without a network: layout, checksums,
 * signatures beside every file, sources and javadoc, the parts of the POM, and what belongs into
 * the jar. Run by {@code src/it/central/run}: a file and a version. Ends with 1 and a list of
 * faults.
 */
public final class BundleCheck {

  private static final String GROUP = "org/tariffeconomics/tariff-economics/";
  private static final List<String> SUMS = List.of("md5", "sha1", "sha256");

  /** Class files of Java 17. */
  private static final int NEWEST_CLASS = 61;

  private final Map<String, byte[]> files = new TreeMap<>();
  private final List<String> faults = new ArrayList<>();
  private final String version;
  private final String stem;

  private BundleCheck(String version) {
    this.version = version;
    this.stem = GROUP + version + "/tariff-economics-" + version;
  }

  /**
   * Checks a bundle.
   *
   * @param arguments the bundle and the version that it should have
   * @throws Exception when the bundle cannot be read
   */
  public static void main(String[] arguments) throws Exception {
    BundleCheck check = new BundleCheck(arguments[1]);
    check.read(Path.of(arguments[0]));
    check.layout();
    check.sums();
    check.pom();
    check.jar();
    check.sources();
    check.javadoc();
    check.faults.forEach(fault -> System.err.println("bundle: " + fault));
    if (!check.faults.isEmpty()) {
      System.exit(1);
    }
    System.out.println(
        "the bundle of " + check.version + " holds all that Central asks: " + check.files.size() + " files");
  }

  private void read(Path bundle) throws IOException {
    try (ZipFile zip = new ZipFile(bundle.toFile())) {
      for (ZipEntry entry : zip.stream().filter(e -> !e.isDirectory()).toList()) {
        files.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    }
  }

  private List<String> artefacts() {
    return List.of(
        stem + ".jar",
        stem + "-duties.jar",
        stem + "-sources.jar",
        stem + "-javadoc.jar",
        stem + ".pom");
  }

  private void layout() {
    Set<String> expected = new TreeSet<>();
    for (String file : artefacts()) {
      expected.add(file);
      expected.add(file + ".asc");
      for (String sum : SUMS) {
        expected.add(file + "." + sum);
      }
    }
    require(files.keySet().equals(expected), "holds " + files.keySet() + ", not " + expected);
    require(!version.endsWith("-SNAPSHOT"), "a snapshot is no release: " + version);
  }

  private void sums() throws NoSuchAlgorithmException {
    for (String file : artefacts()) {
      for (String sum : SUMS) {
        String name = sum.equals("md5") ? "MD5" : sum.replace("sha", "SHA-");
        byte[] digest = MessageDigest.getInstance(name).digest(files.get(file));
        String hex = String.format("%0" + 2 * digest.length + "x", new BigInteger(1, digest));
        require(hex.equals(text(file + "." + sum).strip()), sum + " of " + file + " is another");
      }
      require(
          text(file + ".asc").startsWith("-----BEGIN PGP SIGNATURE-----"), file + " is not signed");
    }
  }

  private void pom() throws Exception {
    Document pom =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(files.get(stem + ".pom")));
    Map<String, Element> parts = new TreeMap<>();
    for (Node each = pom.getDocumentElement().getFirstChild();
        each != null;
        each = each.getNextSibling()) {
      if (each instanceof Element) {
        parts.put(each.getNodeName(), (Element) each);
      }
    }
    for (String part :
        List.of("groupId", "artifactId", "version", "name", "description", "url", "licenses", "developers", "scm")) {
      require(
          parts.containsKey(part) && !parts.get(part).getTextContent().isBlank(),
          "the POM has no " + part);
    }
    require(parts.get("version").getTextContent().equals(version), "the POM has another version");
    for (String part : List.of("parent", "repositories", "pluginRepositories")) {
      require(!parts.containsKey(part), "the POM has " + part);
    }
    String text = text(stem + ".pom");
    require(!text.contains("-SNAPSHOT"), "the POM names a snapshot");
    require(!text.contains("<scope>system</scope>"), "the POM has a file of this machine");
  }

  private void jar() throws IOException {
    Map<String, byte[]> jar = entries(stem + ".jar");
    for (String file :
        List.of(
            "META-INF/LICENSE",
            "META-INF/NOTICE",
            "META-INF/MANIFEST.MF",
            "META-INF/native-image/org.tariffeconomics/tariff-economics/resource-config.json",
            "org/tariffeconomics/Tariffs.class")) {
      require(jar.containsKey(file), "the jar has no " + file);
    }
    String manifest = new String(jar.get("META-INF/MANIFEST.MF"), StandardCharsets.UTF_8);
    require(manifest.contains("Automatic-Module-Name: org.tariffeconomics"), "no module name");
    require(manifest.contains("Implementation-Version: " + version), "another version in the jar");
    onlyTheLibrary("jar", jar);
    onlyTheLibrary("small jar", entries(stem + "-duties.jar"));
  }

  private void onlyTheLibrary(String which, Map<String, byte[]> jar) {
    jar.forEach(
        (name, bytes) -> {
          require(
              name.startsWith("META-INF/") || name.startsWith("org/tariffeconomics/"),
              "the " + which + " holds " + name);
          require(!name.contains("/demo/") && !isTest(name), "the " + which + " holds " + name);
          require(
              !name.endsWith(".class") || (bytes[6] << 8 | bytes[7] & 0xff) <= NEWEST_CLASS,
              which + ": " + name + " needs a newer Java");
        });
  }

  /** A class of the tests; a type within another may well be called a test, as that of a rule is. */
  private static boolean isTest(String name) {
    return !name.contains("$") && name.matches(".*(Test|Properties)\\.class");
  }

  private void sources() throws IOException {
    Set<String> sources = entries(stem + "-sources.jar").keySet();
    for (String name : entries(stem + ".jar").keySet()) {
      if (name.endsWith(".class") && !name.contains("$")) {
        String source = name.replace(".class", ".java");
        require(sources.contains(source) || nested(sources, source), "no source of " + name);
      }
    }
  }

  /** A package-private type may stand in the file of another. */
  private static boolean nested(Set<String> sources, String source) {
    String folder = source.substring(0, source.lastIndexOf('/') + 1);
    return sources.stream().anyMatch(each -> each.startsWith(folder) && each.endsWith(".java"));
  }

  private void javadoc() throws IOException {
    Set<String> pages = entries(stem + "-javadoc.jar").keySet();
    for (String page : List.of("index.html", "org/tariffeconomics/Tariffs.html")) {
      require(pages.contains(page), "the javadoc has no " + page);
    }
  }

  private Map<String, byte[]> entries(String archive) throws IOException {
    Map<String, byte[]> entries = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(files.get(archive)))) {
      for (ZipEntry each = zip.getNextEntry(); each != null; each = zip.getNextEntry()) {
        if (!each.isDirectory()) {
          entries.put(each.getName(), zip.readAllBytes());
        }
      }
    }
    return entries;
  }

  private String text(String file) {
    return new String(files.getOrDefault(file, new byte[0]), StandardCharsets.UTF_8);
  }

  private void require(boolean holds, String fault) {
    if (!holds) {
      faults.add(fault);
    }
  }
}
