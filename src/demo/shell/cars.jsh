// A story for the shell: who pays what duty on a car, since when, and what would change it.
//
//   mvn -q -B -DskipTests package dependency:copy-dependencies -DincludeScope=runtime -DoutputDirectory=target/lib
//   jshell --class-path "target/tariff-economics-0.1.0-SNAPSHOT.jar:target/lib/*" src/demo/shell/cars.jsh
//
// Values are not echoed when a file is given, so the story prints. Pictures go to the folder named by
// the property "pictures", else to the temporary folder.

import static org.tariffeconomics.Tariffs.*
import java.io.PrintStream
import java.nio.file.Path

// A shell whose locale is ASCII writes question marks for signs such as an arrow: so the story says UTF-8 itself.
System.setOut(new PrintStream(System.out, true, "UTF-8"))

var folder = Path.of(System.getProperty("pictures", System.getProperty("java.io.tmpdir")))

// 1. On the day on which the pact with Japan took effect
var september = compare("8703.23.01", "16 Sep 2025", "Japan", "South Korea", "Mexico", "Germany", "UK", "China")
System.out.println(september)
System.out.println(september.sentence())
september.chart().save(folder.resolve("cars-by-origin.svg"))

// 2. The lead that Korea had, lost and drew level again
var gap = timeline("8703.23.01", "2025-01-01", "2026-11-23", "South Korea", "Japan")
System.out.println(gap)
gap.chart().save(folder.resolve("cars-gap.svg"))

// 3. What Korea needed
System.out.println("level with Japan at " + levelRate("8703.23.01", "2025-09-16", "Japan"))
System.out.println("its old lead back at " + rateRestoringLead("8703.23.01", "2025-01-01", "2025-09-16", "South Korea", "Japan"))
System.out.println(change("27.5%", "15%").sentence())

// 4. One car, landed
var car = landed(shipment("8703.23.01", "Japan", "USD 30,000", "USD 1,330", "USD 207", "sea"), "23 Nov 2026")
car.table().print()
car.chart().save(folder.resolve("car-landed.svg"))

// 5. Who is ahead now, and by how much
var cars = market("cars", "2026-11-23")
System.out.println(cars.ranking())
cars.ranking().chart().save(folder.resolve("cars-ranking.svg"))

// 6. What was pledged for it, and the pace that it needs
System.out.println(progress("JP", "approved", "31 Mar 2026"))
pledge("JP").chart(day("31 Mar 2026")).save(folder.resolve("pledge.svg"))

// 7. What was said, held against the law
System.out.println(check("15%", duty("8703.23.01", "Japan", "16 Sep 2025")))
System.out.println(check("17.5%", duty("8703.23.01", "Japan", "16 Sep 2025")))
System.out.println(check("USD 36,178", car))
/exit
