// Fourteen duties on US goods at other borders, each an expression with what it must print.
// 1. a US car in the EU: 30,000 × 10 %; annex I of Regulation (EU) 2026/1455; VAT of 19 % on 33,000
pays("EU", "8703.23.19", "US", "2026-06-30", "EUR 30000") // duty EUR 3000.00 (10.0%)
pays("EU", "8703.23.19", "US", "2026-07-01", "EUR 30000") // duty EUR 0.00 (0.0%)
landed("DE with any evidence", shipment("8703.23.19", "US", "EUR 28000", "EUR 1700", "EUR 300", "sea"), "2026-06-30").amount(CostLine.Kind.TAX).orElseThrow() // EUR 6270.00
// 2. almonds in quota 09.9005, above it, and where that is not known: 50,000 × 3.5 %
pays("EU", "0802.12.90", "US with quota:09.9005=in", "2026-07-01", "EUR 50000") // duty EUR 0.00 (0.0%)
pays("EU", "0802.12.90", "US with quota:09.9005=out", "2026-07-01", "EUR 50000") // duty EUR 1750.00 (3.5%)
pays("EU", "0802.12.90", "US", "2026-07-01", "EUR 50000").outcome() // BOUNDED
quotaDuty("EU", "0802.12.90", "US", "2026-07-01", "EUR 50000", "10 t", "09.9005", "0 t") // duty EUR 1750.00 on 1 part
// 3. beef in the United Kingdom: 80,000 × 12 % + 100 × 253
pays("GB", "0201.30.00", "US", "2025-06-29", "GBP 80000", "10000 kg") // duty GBP 34900.00 (43.6%)
pays("GB", "0201.30.00", "US with quota:UK-US beef=out", "2025-06-30", "GBP 80000", "10000 kg") // duty GBP 34900.00 (43.6%)
pays("GB", "0201.30.00", "US with quota:UK-US beef=in", "2025-06-30", "GBP 80000", "10000 kg") // duty GBP 0.00 (0.0%)
// 4. beef in Japan: 21.6, 20.8 and 38.5 %
pays("JP", "0202.30.010", "US", "2026-03-31", "JPY 10000000") // duty JPY 2160000 (21.6%)
pays("JP", "0202.30.010", "US", "2026-04-01", "JPY 10000000") // duty JPY 2080000 (20.8%)
pays("JP", "0202.30.010", "US claiming nothing", "2026-04-01", "JPY 10000000") // duty JPY 3850000 (38.5%)
// 5. rice in Japan: 20,000 × (49 + 292); state trading: nothing
pays("JP", "1006.30.090", "US", "2026-07-09", "JPY 3000000", "20000 kg").dutyOrThrow() // JPY 6820000
pays("JP", "1006.30.010", "US", "2026-07-09", "JPY 3000000", "20000 kg").dutyOrThrow() // JPY 0
// 6. wine in Japan: min(15 % = 180,000; 125 × 1,500 = 187,500), at least 67 × 1,500 = 100,500
pays("JP", "2204.21.020", "AR", "2026-07-09", "JPY 1200000", "1500 l").dutyOrThrow() // JPY 180000
pays("JP", "2204.21.020", "US", "2026-07-09", "JPY 1200000", "1500 l").dutyOrThrow() // JPY 0
// 7. a car in Canada: 25 % × (50,000 − 7,500); 6.1 % + 25 % of 50,000
pays("CA", "8703.23.00", "US claiming CUSMA", "2025-04-09", "CAD 50000") // duty CAD 10625.00 (21.3%)
pays("CA", "8703.23.00", "US", "2025-04-09", "CAD 50000") // duty CAD 15550.00 (31.1%)
// 8. phones in Canada: list of 13 March 2025, then schedule 3 of 2026
pays("CA", "8517.13.00", "US", "2025-08-31", "CAD 1000").dutyOrThrow() // CAD 250.00
pays("CA", "8517.13.00", "US", "2025-09-01", "CAD 1000").dutyOrThrow() // CAD 0.00
pays("CA", "8517.13.00", "US", "2026-09-07", "CAD 1000").dutyOrThrow() // CAD 0.00
pays("CA", "8517.13.00", "US", "2026-09-08", "CAD 1000").dutyOrThrow() // CAD 500.00
// 9. steel in Canada: 25 %, then 50 %; goods in transit 25 %
pays("CA", "7208.39.00", "US", "2025-03-12", "CAD 1000").dutyOrThrow() // CAD 0.00
pays("CA", "7208.39.00", "US", "2025-03-13", "CAD 1000").dutyOrThrow() // CAD 250.00
pays("CA", "7208.39.00", "US", "2026-09-08", "CAD 1000").dutyOrThrow() // CAD 500.00
pays("CA", "7208.39.00", "US with in transit on 8 September 2026=yes", "2026-09-08", "CAD 1000").dutyOrThrow() // CAD 250.00
// 10. soybeans in China, exclusion from the duties of 2018-19 held: 3 + 10; + 84; + 125; + 10; 3 + 10 from 13:01
duty("CN", "1201.90.19", "US with status:excluded from the duties of 2018-19=yes", "2025-03-10") // 1201.90.19 from US on 2025-03-10: 13.0%
duty("CN", "1201.90.19", "US with status:excluded from the duties of 2018-19=yes", "2025-04-10") // 1201.90.19 from US on 2025-04-10: 97.0%
duty("CN", "1201.90.19", "US with status:excluded from the duties of 2018-19=yes", "2025-04-12") // 1201.90.19 from US on 2025-04-12: 138.0%
duty("CN", "1201.90.19", "US with status:excluded from the duties of 2018-19=yes", "2025-05-14") // 1201.90.19 from US on 2025-05-14: 23.0%
duty("CN", "1201.90.19", "US with status:excluded from the duties of 2018-19=yes", "2025-11-10 13:00").adValoremRate().get() // 23%
duty("CN", "1201.90.19", "US with status:excluded from the duties of 2018-19=yes", "2025-11-10 13:01").adValoremRate().get() // 13%
// 11. pork in China: 12 + 25; + 10; + 10; − 10
duty("CN", "0203.29.00", "US with status:excluded from the duties of 2018-19=yes", "2025-03-09").adValoremRate().get() // 37%
duty("CN", "0203.29.00", "US with status:excluded from the duties of 2018-19=yes", "2025-03-10").adValoremRate().get() // 47%
duty("CN", "0203.29.00", "US with status:excluded from the duties of 2018-19=yes", "2025-05-14").adValoremRate().get() // 57%
duty("CN", "0203.29.00", "US with status:excluded from the duties of 2018-19=yes", "2025-11-10").adValoremRate().get() // 47%
// 12. LNG in China: 0 + 15 + 10; 24 points more if the suspension lapsed, which is not known
duty("CN", "2711.11.00", "US with status:excluded from the duties of 2018-19=yes", "2026-10-01").adValoremRate().get() // 25%
pays("CN", "2711.11.00", "US with status:excluded from the duties of 2018-19=yes", "2026-11-10", "CNY 100") // duty CNY 25.00 to CNY 49.00 (25.0% to 49.0%): decided by status:suspension of the 24 points lapsed (yes: 49.0%; no: 25.0%)
// 13. beef in Korea: year 15 of KORUS
duty("KR", "0201.30", "US", "2026-01-01").adValoremRate().get() // 0%
// 14. an aircraft in the EU: 100m × 2.7 %; annex I
pays("EU", "8802.40.00", "US", "2026-06-30", "EUR 100000000").dutyOrThrow() // EUR 2700000.00
pays("EU", "8802.40.00", "US", "2026-07-01", "EUR 100000000").dutyOrThrow() // EUR 0.00
