[playlist]
File1=sd-mpeg2/UJNPMA00127.mpg
Title1=PM Awas Sunita Bai
Length1=30
File2=sd-mpeg2/UJNLBY00071.mpg
Title2==HYPERLINK("x"), <Ladli Bahna> & Sunita Bai
Length2=21
File3=sd-mpeg2/spots of 2026/DWSJJM00058 100%.mpg
Title3=Jal Jivan - Mahesh Rathaur
Length3=40
NumberOfEntries=3
Version=2
